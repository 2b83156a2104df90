package gatebook.faults.fuzz;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The words an attack is started with: {@code --name value}, each at most once. */
public record Orders(Map<String, String> given) {
    public static Orders of(String... words) {
        Map<String, String> given = new HashMap<>();
        for (int at = 0; at < words.length; at += 2) {
            if (!words[at].startsWith("--") || at + 1 == words.length) {
                throw new IllegalArgumentException("--name value, not " + Arrays.toString(words));
            }
            given.put(words[at].substring(2), words[at + 1]);
        }
        return new Orders(given);
    }

    public long number(String name, long otherwise) {
        return given.containsKey(name) ? Long.parseLong(given.get(name)) : otherwise;
    }

    String word(String name, String otherwise) {
        return given.getOrDefault(name, otherwise);
    }
}
