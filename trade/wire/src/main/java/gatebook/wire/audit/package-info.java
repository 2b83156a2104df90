/** What desks and the cloud keep of each other's trails, so that neither can rewrite its past unseen. */
@NullMarked
package gatebook.wire.audit;

import org.jspecify.annotations.NullMarked;
