@NullMarked
package dev.cutover.thirdparty;

import org.jspecify.annotations.NullMarked;
