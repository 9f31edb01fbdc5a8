// Files may be dropped anywhere on the page; the form says what they are and adds them.

const field = document.getElementById("files");
const place = document.getElementById("add");

function over(event, on) {
  if (!event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  place.classList.toggle("over", on);
}

addEventListener("dragover", (event) => over(event, true));
addEventListener("dragleave", (event) => over(event, false));
addEventListener("drop", (event) => {
  over(event, false);
  if (!event.dataTransfer?.files.length) return;
  field.files = event.dataTransfer.files;
  place.scrollIntoView();
  field.focus();
});
