/// Records out of text: delimited files and JSON, read in pieces, as often as needed, with the place of each
/// record and with every record that is none set aside.
@NullMarked
package dev.signalbox.data.ingest.record;

import org.jspecify.annotations.NullMarked;
