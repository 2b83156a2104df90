/** Tariffs as data: the one form of a file of them, and of a fee's lines (docs/tariffs.md). */
@NullMarked
package gatebook.wire.tariff;

import org.jspecify.annotations.NullMarked;
