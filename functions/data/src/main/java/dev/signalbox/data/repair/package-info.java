/// The sealed set of repairs carried out on a dataset, each by a query that can do nothing else: names and
/// labels are quoted, types and conditions are enums.
@NullMarked
package dev.signalbox.data.repair;

import org.jspecify.annotations.NullMarked;
