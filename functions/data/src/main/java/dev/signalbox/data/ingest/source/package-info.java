/// From bytes as somebody put them to one plain file: archives are unpacked within limits, text is brought
/// to UTF-8, and what is no data is refused by its name.
@NullMarked
package dev.signalbox.data.ingest.source;

import org.jspecify.annotations.NullMarked;
