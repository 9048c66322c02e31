/** The old contract over HTTP. */
@NullMarked
package dev.cutover.oldsystem.web;

import org.jspecify.annotations.NullMarked;
