package gatebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two desks of one yard, each writing and syncing at once in a process of its own, killed at any moment, again and again. */
class KilledDeskTest {
    private static final TestCloud CLOUD = TestCloud.running();
    private static final int KILLS_OF_EACH = 50;
    private static final int KILLED_IN_A_RUN_LEAST = 5;
    private static final int LIFE_MILLIS = 300;
    private static final int VEHICLES_OF_A_LIFE = 1_000;
    private static final int SYNCS_MAX = 5;

    @TempDir
    private Path folder;

    private QuickJava java;

    @Test
    void p1p2fA2WhatWasToldAsAcceptedIsInTheBookAndTookEffectOnceInTheCloud() throws Exception {
        String site = CLOUD.site();
        TestHome a = CLOUD.desk(folder.resolve("a"), site, CLOUD.url());
        TestHome b = CLOUD.desk(folder.resolve("b"), site, CLOUD.url());
        java = QuickJava.in(folder.resolve("java"));
        TestHome trained = CLOUD.desk(folder.resolve("trained"), site, CLOUD.url());
        java.train(BusyDesk.class, trained.folder.toString(), "online", "0", "20");
        CompletableFuture<List<String>> toldByA = livesOf(a, 1);
        CompletableFuture<List<String>> toldByB = livesOf(b, 2);
        List<String> byA = toldByA.join();
        List<String> byB = toldByB.join();
        settle(a);
        settle(b);
        settle(a);
        assertWhole(a, byA);
        assertWhole(b, byB);
        assertThat(records(a)).isEqualTo(records(b)).isEqualTo(new CloudLook(a).records());
    }

    private CompletableFuture<List<String>> livesOf(TestHome desk, int number) {
        SplittableRandom random = new SplittableRandom(number);
        return CompletableFuture.supplyAsync(
                () -> {
                    List<String> told = new ArrayList<>();
                    for (int life = 1; life <= KILLS_OF_EACH; life++) {
                        String first = Integer.toString((number * KILLS_OF_EACH + life) * VEHICLES_OF_A_LIFE);
                        String after = life % 2 == 0 ? "online" : "syncing with";
                        told.addAll(workAndDie(desk, after, first, random.nextInt(LIFE_MILLIS)));
                    }
                    return told;
                },
                task -> Thread.ofPlatform().name("lives").start(task));
    }

    private List<String> workAndDie(TestHome desk, String after, String firstVehicle, int lifeMillis) {
        try {
            Process process = java.start(
                    BusyDesk.class, desk.folder.toString(), after, firstVehicle, Integer.toString(VEHICLES_OF_A_LIFE));
            List<String> told = new ArrayList<>();
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                told.add(lines.readLine());
                process.waitFor(lifeMillis, TimeUnit.MILLISECONDS);
                process.toHandle().destroyForcibly(); // what it said before stays readable
                lines.lines().forEach(told::add);
            } finally {
                process.destroyForcibly().waitFor();
            }
            return told;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void settle(TestHome desk) {
        for (int sync = 0; sync < SYNCS_MAX && waits(desk); sync++) {
            desk.json("sync");
        }
        assertThat(desk.json("sync").text("outcome")).isEqualTo("completed");
        assertThat(desk.json("status").object())
                .containsEntry("pending", new Json.Digits("0"))
                .containsEntry("failed", new Json.Digits("0"))
                .containsEntry("conflicts", new Json.Digits("0"));
    }

    private static boolean waits(TestHome desk) {
        return !desk.json("status").text("pending").equals("0");
    }

    private static void assertWhole(TestHome desk, List<String> told) {
        assertThat(desk.json("audit", "verify").code()).isZero();
        List<Map<String, Object>> queue = desk.json("queue").list();
        Map<String, List<Object>> queued = byRecord(queue);
        List<String> written = queued.keySet().stream()
                .flatMap(record ->
                        desk.json("history", record).list().stream().map(row -> row.get("operation") + " " + record))
                .toList();
        assertThat(written)
                .as("every change was written once, and at most one of a life could not be told")
                .doesNotHaveDuplicates()
                .containsAll(told)
                .hasSizeLessThanOrEqualTo(told.size() + KILLS_OF_EACH);
        long putOnTop = queue.stream()
                .map(row -> row.get("record_uuid") + " " + row.get("error_message"))
                .filter(words -> words.contains("merged with the cloud's version"))
                .distinct()
                .count();
        assertThat(queue)
                .as("an operation for each change, and one wherever what waited was put on top of the cloud's version")
                .hasSize(written.size() + (int) putOnTop);
        CloudLook cloud = new CloudLook(desk);
        Map<String, List<Object>> sent = byRecord(queue.stream()
                .filter(row -> row.get("status").equals("completed"))
                .toList());
        queued.keySet()
                .forEach(record -> assertThat(cloud.operationsOn(record))
                        .as("what had a verdict took effect once, in order: %s", record)
                        .isEqualTo(sent.getOrDefault(record, List.of())));
        assertThat(desk.json("runs").list().stream().filter(run -> run.get("outcome") == null))
                .as("kills in the midst of a run")
                .hasSizeGreaterThan(KILLED_IN_A_RUN_LEAST);
    }

    /** The ids of operations, oldest first, by their record. */
    private static Map<String, List<Object>> byRecord(List<Map<String, Object>> queue) {
        return queue.reversed().stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("record_uuid").toString(),
                        Collectors.mapping(row -> row.get("op_id"), Collectors.toList())));
    }

    private static List<Object> records(TestHome desk) {
        return desk.json("list", "--limit", "10000").list().stream()
                .map(row -> row.get("uuid"))
                .sorted()
                .toList();
    }
}
