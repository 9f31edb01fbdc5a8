// What makes the screens quicker; every screen works without it.

import { finding } from "/static/finding.js";
import { reviewing } from "/static/reviewing.js";

finding(document.querySelector("form.find"));
reviewing(document.querySelector(".pairs"));
