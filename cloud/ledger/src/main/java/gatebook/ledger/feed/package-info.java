/** What changed at a site, in its order, for a desk that pulls. */
@NullMarked
package gatebook.ledger.feed;

import org.jspecify.annotations.NullMarked;
