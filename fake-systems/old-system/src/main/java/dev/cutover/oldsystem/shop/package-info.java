/** What the shop does: reading requests, the rules, the tables. */
@NullMarked
package dev.cutover.oldsystem.shop;

import org.jspecify.annotations.NullMarked;
