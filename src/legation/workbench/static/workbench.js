// What makes the screens quicker; every screen works without it.

import { finding } from "/static/finding.js";
import { reviewing } from "/static/reviewing.js";

// The latest editions first; the earlier ones are to the left.
for (const table of document.querySelectorAll(".scroll.tall")) table.scrollLeft = table.scrollWidth;
finding(document.querySelector("form.find"));
reviewing(document.querySelector(".pairs"));
