package gatebook.sim.site;

import gatebook.sim.cloud.SiteCloud;
import gatebook.sync.engine.Effect;
import gatebook.sync.engine.Event;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Of what a site is made: the shipped engine and store as they are, or something in the place of a part, by which it is
 * proved that the laws notice.
 *
 * @param statement the statement that a desk's store runs in the place of each
 * @param engine the engine that a desk runs in the place of the shipped one
 * @param cloud the cloud in the place of the one given
 */
public record Make(
        UnaryOperator<String> statement,
        UnaryOperator<Function<Event, List<Effect>>> engine,
        UnaryOperator<SiteCloud> cloud) {
    /** As shipped. */
    public static final Make HONEST =
            new Make(UnaryOperator.identity(), UnaryOperator.identity(), UnaryOperator.identity());

    public Make withStatement(UnaryOperator<String> other) {
        return new Make(other, engine, cloud);
    }

    public Make withEngine(UnaryOperator<Function<Event, List<Effect>>> other) {
        return new Make(statement, other, cloud);
    }

    public Make withCloud(UnaryOperator<SiteCloud> other) {
        return new Make(statement, engine, other);
    }
}
