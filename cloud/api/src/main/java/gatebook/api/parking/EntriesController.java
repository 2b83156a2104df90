package gatebook.api.parking;

import gatebook.api.http.Answers;
import gatebook.api.http.Bodies;
import gatebook.api.http.Query;
import gatebook.api.identity.Caller;
import gatebook.api.problem.ApiRefusal;
import gatebook.api.problem.RefusedRequest;
import gatebook.ledger.Ledger;
import gatebook.ledger.entries.EntriesFound;
import gatebook.ledger.entries.PageToken;
import gatebook.ledger.entries.Written;
import gatebook.ledger.site.Actor;
import gatebook.ledger.site.Desk;
import gatebook.rules.entry.Entry;
import gatebook.wire.entry.EntryDefaults;
import gatebook.wire.json.JsonOut;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The register of a site: searched, and added to. */
@RestController
final class EntriesController {
    static final String PATH = "/v1/parking/entries";

    private final Ledger ledger;
    private final RequestWords words;
    private final Bodies bodies;

    EntriesController(Ledger ledger, RequestWords words, Bodies bodies) {
        this.ledger = ledger;
        this.words = words;
        this.bodies = bodies;
    }

    @GetMapping(path = PATH, produces = Answers.JSON)
    void find(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Desk desk = Caller.of(request).desk();
        EntryQuery query = EntryQuery.of(request, desk.zone());
        PageToken page = query.page();
        EntriesFound found = page == null
                ? ledger.find(desk.site(), query.filter(), query.limitRows())
                : ledger.find(desk.site(), query.filter(), page, query.limitRows());
        switch (found) {
            case EntriesFound.TokenRefused() -> throw EntryQuery.refusedPage();
            case EntriesFound.Page(var entries, var next) -> {
                response.setContentType(Answers.JSON);
                JsonOut.write(
                        response.getOutputStream(),
                        out -> out.object(() -> {
                            out.name("entries")
                                    .array(() -> entries.forEach(entry -> out.rawElement(EntryAnswers.json(entry))));
                            out.field("next_page_token", next == null ? null : next.text());
                        }));
            }
        }
    }

    @PostMapping(path = PATH, consumes = Answers.JSON, produces = Answers.JSON)
    void create(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Query.of(request, List.of());
        Desk desk = Caller.of(request).desk();
        Actor actor = RequestWords.actor(request);
        byte[] body = bodies.bytes(request, Bodies.BYTES_MAX);
        var key = RequestWords.idempotencyKey(request, body);
        EntryDefaults defaults = words.defaults(desk, actor);
        Entry entry = EntryBody.read(body, defaults);
        Written.Creation written =
                key.isPresent() ? ledger.create(desk, actor, key.get(), entry) : ledger.create(desk, actor, entry);
        switch (written) {
            case Written.Kept(var kept, var warning) -> {
                response.setHeader("Location", PATH + "/" + kept.id());
                EntryAnswers.write(response, HttpServletResponse.SC_CREATED, kept, warning);
            }
            case Written.Clashes(var conflict) -> {
                RefusedRequest clash = new RefusedRequest(ApiRefusal.CONFLICTS);
                throw conflict.data() == null ? clash : clash.withEntry(conflict.data());
            }
            case Written.KeyReused() -> throw new RefusedRequest(ApiRefusal.IDEMPOTENCY_KEY_REUSED);
            case Written.Refused(var errors) -> throw new RefusedRequest(ApiRefusal.CONTENT_INVALID, errors);
        }
    }
}
