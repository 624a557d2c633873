/// Small charts as SVG text: scales, axes with readable ticks, five marks. No AWT, so that they can be drawn
/// in a function whose image has no fonts. Colours come from the page's style sheet by class, so that a
/// chart follows it into dark mode and onto paper. Every chart has a title and a description for those who
/// cannot see it.
@NullMarked
package dev.signalbox.registry.chart;

import org.jspecify.annotations.NullMarked;
