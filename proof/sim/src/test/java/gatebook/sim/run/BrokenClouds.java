package gatebook.sim.run;

import gatebook.rules.entry.DeskCode;
import gatebook.sim.cloud.CloudBehind;
import gatebook.sim.cloud.DeskKey;
import gatebook.sim.cloud.Reply;
import gatebook.sim.cloud.SiteCloud;
import gatebook.sim.site.Make;
import gatebook.sync.connectivity.Failure;
import gatebook.wire.compare.CompareAnswer;
import gatebook.wire.compare.CompareRequest;
import gatebook.wire.compare.RecordsAnswer;
import gatebook.wire.compare.RecordsRequest;
import gatebook.wire.device.EnrolmentAnswer;
import gatebook.wire.device.EnrolmentRequest;
import gatebook.wire.feed.Change;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.feed.Cursor;
import gatebook.wire.feed.PastAnswer;
import gatebook.wire.feed.PastQuestion;
import gatebook.wire.push.OpOutcome;
import gatebook.wire.push.PushAnswer;
import gatebook.wire.push.PushRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Clouds that do one thing wrong. */
final class BrokenClouds {
    /** Says of a past that nobody touched that it was rewritten. */
    static final Make CRIES_WOLF = made(CriesWolf::new);

    private BrokenClouds() {}

    static Map<String, Make> all() {
        return Map.ofEntries(
                Map.entry("loses the last operation of a request", made(LosesLastOperation::new)),
                Map.entry("skips the first change of a page", made(SkipsFirstChange::new)),
                Map.entry("shows no tombstones", made(ShowsNoTombstones::new)),
                Map.entry("shuts nobody out", made(ShutsNobodyOut::new)),
                Map.entry("hides that it went back", made(HidesThatItWentBack::new)),
                Map.entry("moves a desk past what others wrote", made(MovesPastOthers::new)),
                Map.entry("calls a conflict applied", made(CallsConflictsApplied::new)),
                Map.entry("mixes the outcomes up", made(MixesOutcomes::new)),
                Map.entry("holds no records when asked", made(HoldsNothing::new)),
                Map.entry("finds every span equal", made(FindsAllEqual::new)),
                Map.entry("gives one code to all desks", made(GivesOneCode::new)),
                Map.entry("calls what stands rewritten", CRIES_WOLF));
    }

    private static Make made(UnaryOperator<SiteCloud> cloud) {
        return Make.HONEST.withCloud(cloud);
    }

    private static <T> Reply<T> heard(Reply<T> reply, UnaryOperator<T> change) {
        return reply instanceof Reply.Heard<T>(T message) ? new Reply.Heard<>(change.apply(message)) : reply;
    }

    private static PushAnswer with(PushAnswer answer, List<PushAnswer.Result> results) {
        return new PushAnswer(answer.history(), results, answer.cursor(), answer.end());
    }

    private static ChangesPage with(ChangesPage page, List<Change> changes) {
        return new ChangesPage(page.history(), changes, page.cursor(), page.more(), page.policy());
    }

    private static final class LosesLastOperation extends CloudBehind {
        LosesLastOperation(SiteCloud behind) {
            super(behind);
        }

        @Override
        public Reply<PushAnswer> push(DeskKey desk, PushRequest request) {
            if (request.operations().size() < 2) {
                return super.push(desk, request);
            }
            var lost = request.operations().getLast();
            var fewer = request.operations().subList(0, request.operations().size() - 1);
            return heard(
                    super.push(desk, new PushRequest(request.deviceSeq(), request.dryRun(), request.after(), fewer)),
                    answer -> {
                        List<PushAnswer.Result> results = new ArrayList<>(answer.results());
                        results.add(new PushAnswer.Result(
                                lost.opId(), new OpOutcome.Applied(lost.baseVersion() + 1, 1, 1, Optional.empty())));
                        return with(answer, results);
                    });
        }
    }

    private static final class SkipsFirstChange extends CloudBehind {
        SkipsFirstChange(SiteCloud behind) {
            super(behind);
        }

        @Override
        public Reply<ChangesPage> changes(DeskKey desk, @Nullable Cursor after, @Nullable Cursor seen, int limit) {
            return heard(
                    super.changes(desk, after, seen, limit),
                    page -> page.changes().size() < 2
                            ? page
                            : with(
                                    page,
                                    page.changes().subList(1, page.changes().size())));
        }
    }

    private static final class ShowsNoTombstones extends CloudBehind {
        ShowsNoTombstones(SiteCloud behind) {
            super(behind);
        }

        @Override
        public Reply<ChangesPage> changes(DeskKey desk, @Nullable Cursor after, @Nullable Cursor seen, int limit) {
            return heard(
                    super.changes(desk, after, seen, limit),
                    page -> page.more()
                            ? page
                            : with(
                                    page,
                                    page.changes().stream()
                                            .filter(change -> change.life() == Change.Life.LIVE)
                                            .toList()));
        }
    }

    private static final class ShutsNobodyOut extends CloudBehind {
        ShutsNobodyOut(SiteCloud behind) {
            super(behind);
        }

        @Override
        public void revoke(DeskKey desk) {
            // As if it had been done.
        }
    }

    private static final class HidesThatItWentBack extends CloudBehind {
        HidesThatItWentBack(SiteCloud behind) {
            super(behind);
        }

        @Override
        public Reply<PushAnswer> push(DeskKey desk, PushRequest request) {
            Reply<PushAnswer> reply = super.push(desk, request);
            return isHistoryChanged(reply)
                    ? super.push(
                            desk,
                            new PushRequest(request.deviceSeq() + 1, request.dryRun(), null, request.operations()))
                    : reply;
        }

        @Override
        public Reply<ChangesPage> changes(DeskKey desk, @Nullable Cursor after, @Nullable Cursor seen, int limit) {
            Reply<ChangesPage> reply = super.changes(desk, after, seen, limit);
            if (isHistoryChanged(reply) && super.end(desk) instanceof Reply.Heard<Cursor>(Cursor end)) {
                return super.changes(desk, end, null, limit);
            }
            return reply;
        }

        private static boolean isHistoryChanged(Reply<?> reply) {
            return reply instanceof Reply.Refused<?>(Failure failure) && failure.kind() == Failure.Kind.HISTORY_CHANGED;
        }
    }

    private static final class MovesPastOthers extends CloudBehind {
        MovesPastOthers(SiteCloud behind) {
            super(behind);
        }

        @Override
        public Reply<PushAnswer> push(DeskKey desk, PushRequest request) {
            return heard(
                    super.push(desk, request),
                    answer -> super.end(desk) instanceof Reply.Heard<Cursor>(Cursor end)
                            ? new PushAnswer(answer.history(), answer.results(), end, end)
                            : answer);
        }
    }

    private static final class CallsConflictsApplied extends CloudBehind {
        CallsConflictsApplied(SiteCloud behind) {
            super(behind);
        }

        @Override
        public Reply<PushAnswer> push(DeskKey desk, PushRequest request) {
            return heard(
                    super.push(desk, request),
                    answer -> with(
                            answer,
                            answer.results().stream()
                                    .map(result -> result.outcome() instanceof OpOutcome.Conflict conflict
                                            ? new PushAnswer.Result(
                                                    result.opId(),
                                                    new OpOutcome.Applied(
                                                            conflict.version() + 1, 1, 1, Optional.empty()))
                                            : result)
                                    .toList()));
        }
    }

    private static final class MixesOutcomes extends CloudBehind {
        MixesOutcomes(SiteCloud behind) {
            super(behind);
        }

        @Override
        public Reply<PushAnswer> push(DeskKey desk, PushRequest request) {
            return heard(super.push(desk, request), answer -> {
                List<PushAnswer.Result> mixed = new ArrayList<>();
                int count = answer.results().size();
                for (int at = 0; at < count; at++) {
                    mixed.add(new PushAnswer.Result(
                            answer.results().get(at).opId(),
                            answer.results().get(count - 1 - at).outcome()));
                }
                return with(answer, mixed);
            });
        }
    }

    private static final class HoldsNothing extends CloudBehind {
        HoldsNothing(SiteCloud behind) {
            super(behind);
        }

        @Override
        public Reply<RecordsAnswer> records(DeskKey desk, RecordsRequest request) {
            return heard(super.records(desk, request), answer -> new RecordsAnswer(List.of()));
        }
    }

    private static final class FindsAllEqual extends CloudBehind {
        private final List<Reply<CompareAnswer>> first = new ArrayList<>();

        FindsAllEqual(SiteCloud behind) {
            super(behind);
        }

        @Override
        public Reply<CompareAnswer> compare(DeskKey desk, CompareRequest request) {
            Reply<CompareAnswer> now = super.compare(desk, request);
            first.add(now);
            return first.getFirst() instanceof Reply.Heard<CompareAnswer>(CompareAnswer old)
                            && old.spans().size() == request.spans().size()
                    ? heard(now, answer -> new CompareAnswer(answer.history(), answer.cursor(), old.spans()))
                    : now;
        }
    }

    private static final class CriesWolf extends CloudBehind {
        CriesWolf(SiteCloud behind) {
            super(behind);
        }

        @Override
        public Reply<PastAnswer> past(DeskKey desk, PastQuestion question) {
            return heard(
                    super.past(desk, question),
                    told -> new PastAnswer(
                            List.of(),
                            told.lost(),
                            told.standing(),
                            told.walked(),
                            told.brokenAt(),
                            told.head(),
                            told.deviceSeq()));
        }
    }

    private static final class GivesOneCode extends CloudBehind {
        GivesOneCode(SiteCloud behind) {
            super(behind);
        }

        @Override
        public Reply<EnrolmentAnswer> enrol(EnrolmentRequest request) {
            return heard(
                    super.enrol(request),
                    answer -> new EnrolmentAnswer(
                            answer.deviceId(),
                            new DeskCode("A"),
                            answer.siteId(),
                            answer.siteName(),
                            answer.zone(),
                            answer.currency(),
                            answer.token(),
                            answer.policy()));
        }
    }
}
