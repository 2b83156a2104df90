package gatebook.rules.merge;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryRules;
import gatebook.rules.entry.Field;

/** The fields that are taken one by one: what describes the visit, the plate, the time of entry. */
final class LoneFields {
    private LoneFields() {}

    static Entry settle(Sides sides, Policy policy, Entry into) {
        Entry result = into;
        for (Field field : Field.values()) {
            result = switch (field.group()) {
                case DESCRIPTION, PLATE, ENTRY_TIME -> field.copy(result, sides.of(source(sides, policy, field)));
                case IDENTITY, STAY, PAYMENT -> result;
            };
        }
        return result;
    }

    private static Side source(Sides sides, Policy policy, Field field) {
        boolean here = sides.changed(Side.LOCAL, field);
        boolean there = sides.changed(Side.REMOTE, field);
        if (!here || !there) {
            return here ? Side.LOCAL : Side.REMOTE;
        }
        Strategy strategy = policy.on(field.group());
        boolean onlyRemoteSpeaks =
                EntryRules.saysNothing(field.in(sides.local())) && !EntryRules.saysNothing(field.in(sides.remote()));
        return strategy == Strategy.MERGE_INTELLIGENT && onlyRemoteSpeaks ? Side.REMOTE : Side.winning(strategy);
    }
}
