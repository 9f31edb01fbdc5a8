"""From lines in editions to who was where: sightings, stays, postings, changes, and the announcements around them."""
