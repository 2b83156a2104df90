package gatebook.rules.undo;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.Entries;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.FieldGroup;
import gatebook.rules.merge.Chance;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PartTest {
    @Test
    void eachFieldHasOnePartButTheIdAndTheTimeOfEdit() {
        List<Field> fields = Arrays.stream(Part.values())
                .flatMap(part -> part.fields().stream())
                .toList();

        assertThat(fields).doesNotHaveDuplicates().doesNotContain(Field.UUID, Field.LAST_MODIFIED);
        assertThat(fields).hasSize(Field.values().length - 2);
    }

    @Test
    void noGroupOfAMergeIsTorn() {
        for (FieldGroup group : Set.of(FieldGroup.PLATE, FieldGroup.STAY, FieldGroup.PAYMENT, FieldGroup.ENTRY_TIME)) {
            Set<Field> ofGroup = Arrays.stream(Field.values())
                    .filter(field -> field.group() == group)
                    .collect(Collectors.toSet());
            assertThat(Arrays.stream(Part.values()).map(part -> Set.copyOf(part.fields())))
                    .contains(ofGroup);
        }
    }

    @Test
    void copiesWhatItSaysAndNothingElse() {
        for (long seed = 0; seed < 500; seed++) {
            Chance chance = new Chance(seed);
            Entry from = chance.worked(chance.agreed());
            Entry into = Entries.edited(Entries.parked(), 1);
            for (Part part : Part.values()) {
                Entry copied = part.copy(into, from);
                assertThat(part.same(copied, from))
                        .as("seed %s, %s", seed, part)
                        .isTrue();
                assertThat(part.copy(copied, into))
                        .as("seed %s, %s", seed, part)
                        .isEqualTo(into);
            }
        }
    }
}
