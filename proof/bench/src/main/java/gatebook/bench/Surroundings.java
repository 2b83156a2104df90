package gatebook.bench;

import gatebook.bench.desk.BenchDesk;
import gatebook.bench.process.Child;
import gatebook.bench.sample.Samples;
import gatebook.rules.entry.Entry;
import gatebook.store.exchange.Outbox;
import gatebook.sync.transport.Answer;
import gatebook.sync.transport.HttpCloud;
import gatebook.wire.entry.EntryJson;
import gatebook.wire.push.OpId;
import gatebook.wire.push.OperationKind;
import gatebook.wire.push.OutgoingOperation;
import gatebook.wire.push.PushAnswer;
import gatebook.wire.push.PushRequest;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What runs stand on: the cloud and the floor's server in processes of their own, sites full of records, folders. */
final class Surroundings implements AutoCloseable {
    private static final int BATCH = 500;

    private final Setting setting;
    private final Folders folders;
    private final Map<Integer, String> sites = new HashMap<>();
    private final Map<Integer, SmallHeapDesk.Loaded> loaded = new HashMap<>();
    private @Nullable Child cloud;
    private @Nullable Child floor;
    private URI cloudAddress = URI.create("");
    private URI floorAddress = URI.create("");

    Surroundings(Setting setting) {
        this.setting = setting;
        this.folders = new Folders(setting.work());
        Folders.delete(setting.work());
    }

    Setting setting() {
        return setting;
    }

    Path fresh(String word) {
        return folders.fresh(word);
    }

    Path log(String name) {
        return setting.work().resolve(name + ".log");
    }

    /** Where the cloud is; it is started when first asked for. */
    URI cloud() {
        if (cloud == null) {
            Path folder = fresh("cloud");
            cloud = Child.start(List.of(), Bench.class, List.of(Bench.CLOUD, folder.toString()), log("cloud"));
            cloudAddress = URI.create(cloud.line());
        }
        return cloudAddress;
    }

    /** Where the floor's server is, over the same PostgreSQL. */
    URI floor() {
        cloud();
        if (floor == null) {
            Path folder = cloudFolder();
            floor = Child.start(List.of(), Bench.class, List.of(Bench.FLOOR, folder.toString()), log("floor"));
            floorAddress = URI.create(floor.line());
        }
        return floorAddress;
    }

    private Path cloudFolder() {
        String[] names = setting.work().toFile().list((folder, name) -> name.startsWith("cloud-"));
        if (names == null || names.length != 1) {
            throw new IllegalStateException("the cloud has one folder");
        }
        return setting.work().resolve(names[0]);
    }

    /** Founds a site; its id. */
    String site() {
        cloud();
        return asked("site");
    }

    /** A word with which one desk may join a site. */
    String code(String site) {
        cloud();
        return asked("code " + site);
    }

    private String asked(String order) {
        if (cloud == null) {
            throw new IllegalStateException("the cloud was started");
        }
        return cloud.ask(order);
    }

    /** A site that holds so many records and is only read; filled when first asked for. */
    String siteOf(int records) {
        return sites.computeIfAbsent(records, this::filledSite);
    }

    /** A site of the asker's own that holds so many records. */
    String filledSite(int records) {
        String site = site();
        fill(site, records);
        return site;
    }

    /** A new desk of a site, that has never synced. */
    BenchDesk desk(String site, Path home) {
        BenchDesk desk = BenchDesk.open(home);
        desk.enrol(cloud(), code(site));
        return desk;
    }

    /** A desk that has loaded so many records in a small heap; loaded when first asked for. */
    SmallHeapDesk.Loaded loaded(int records) {
        return loaded.computeIfAbsent(records, count -> {
            Path home = fresh("loaded");
            String site = siteOf(count);
            return SmallHeapDesk.load(home, cloud(), code(site), log("small-heap"));
        });
    }

    private void fill(String site, int records) {
        Bench.say("filling a site with " + records + " records");
        Samples samples = new Samples(records);
        Path home = fresh("filling");
        try (BenchDesk desk = desk(site, home);
                HttpCloud line = desk.cloud()) {
            long request = 0;
            for (int from = 0; from < records; from += BATCH) {
                List<OutgoingOperation> batch = new ArrayList<>(BATCH);
                for (int at = from; at < Math.min(records, from + BATCH); at++) {
                    batch.add(creation(samples, at));
                }
                if (line.push(new Outbox.Batch(++request, batch), PushRequest.DryRun.NO, null)
                        instanceof Answer.Failed<PushAnswer>(var failure)) {
                    throw new IllegalStateException("the site could not be filled: " + failure);
                }
            }
        }
        Folders.delete(home);
    }

    private static OutgoingOperation creation(Samples samples, int at) {
        Entry entry = samples.visit(at);
        return new OutgoingOperation(
                new OpId(samples.operation(at)),
                OperationKind.CREATE,
                entry.id(),
                0,
                entry.entryTime(),
                "System",
                EntryJson.encode(entry));
    }

    @Override
    public void close() {
        if (floor != null) {
            floor.close();
        }
        if (cloud != null) {
            cloud.close();
        }
        Folders.delete(setting.work());
    }
}
