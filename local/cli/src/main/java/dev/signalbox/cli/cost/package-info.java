/// What a run costs on AWS: what it uses, times a table of prices.
@NullMarked
package dev.signalbox.cli.cost;

import org.jspecify.annotations.NullMarked;
