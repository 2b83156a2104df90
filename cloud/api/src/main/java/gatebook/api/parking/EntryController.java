package gatebook.api.parking;

import gatebook.api.http.Answers;
import gatebook.api.http.Bodies;
import gatebook.api.http.Query;
import gatebook.api.identity.Caller;
import gatebook.api.problem.ApiRefusal;
import gatebook.api.problem.RefusedRequest;
import gatebook.ledger.Ledger;
import gatebook.ledger.entries.StoredEntry;
import gatebook.ledger.entries.Written;
import gatebook.ledger.site.Actor;
import gatebook.ledger.site.Desk;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** One entry of the register; its version is its entity tag, and each change names the version it was made from. */
@RestController
final class EntryController {
    static final String PATH = EntriesController.PATH + "/{uuid}";

    private final Ledger ledger;
    private final RequestWords words;
    private final Bodies bodies;

    EntryController(Ledger ledger, RequestWords words, Bodies bodies) {
        this.ledger = ledger;
        this.words = words;
        this.bodies = bodies;
    }

    @GetMapping(path = PATH, produces = Answers.JSON)
    void get(HttpServletRequest request, HttpServletResponse response, @PathVariable("uuid") String uuid)
            throws IOException {
        Query.of(request, List.of());
        StoredEntry entry = standing(Caller.of(request).desk(), id(uuid));
        if (EntryAnswers.tag(entry).equals(request.getHeader("If-None-Match"))) {
            response.setHeader("ETag", EntryAnswers.tag(entry));
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        EntryAnswers.write(response, HttpServletResponse.SC_OK, entry, null);
    }

    @PutMapping(path = PATH, consumes = Answers.JSON, produces = Answers.JSON)
    void replace(HttpServletRequest request, HttpServletResponse response, @PathVariable("uuid") String uuid)
            throws IOException {
        Query.of(request, List.of());
        Desk desk = Caller.of(request).desk();
        EntryId id = id(uuid);
        Optional<Long> seen = RequestWords.version(request);
        Actor actor = RequestWords.actor(request);
        byte[] body = bodies.bytes(request, Bodies.BYTES_MAX);
        Entry entry = EntryBody.read(body, words.defaults(desk, actor, id));
        long version = seen.isPresent() ? seen.get() : standing(desk, id).version();
        switch (ledger.replace(desk, actor, entry, version)) {
            case Written.Kept(var kept, var warning) ->
                EntryAnswers.write(response, HttpServletResponse.SC_OK, kept, warning);
            case Written.Stale(var current) -> throw stale(current);
            case Written.Unknown() -> throw new RefusedRequest(ApiRefusal.NOT_FOUND);
            case Written.Refused(var errors) -> throw new RefusedRequest(ApiRefusal.CONTENT_INVALID, errors);
        }
    }

    @DeleteMapping(PATH)
    void delete(HttpServletRequest request, HttpServletResponse response, @PathVariable("uuid") String uuid) {
        Query.of(request, List.of());
        Desk desk = Caller.of(request).desk();
        EntryId id = id(uuid);
        Optional<Long> seen = RequestWords.version(request);
        Actor actor = RequestWords.actor(request);
        long version = seen.isPresent() ? seen.get() : standing(desk, id).version();
        switch (ledger.voidEntry(desk, actor, id, version)) {
            case Written.Voided() -> response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            case Written.Stale(var current) -> throw stale(current);
            case Written.Unknown() -> throw new RefusedRequest(ApiRefusal.NOT_FOUND);
        }
    }

    /** An id that is no id is told like one that is nowhere. */
    static EntryId id(String uuid) {
        return EntryId.parse(uuid).orElseThrow(() -> new RefusedRequest(ApiRefusal.NOT_FOUND));
    }

    private StoredEntry standing(Desk desk, EntryId id) {
        return ledger.entry(desk.site(), id).orElseThrow(() -> new RefusedRequest(ApiRefusal.NOT_FOUND));
    }

    private static RefusedRequest stale(StoredEntry current) {
        return new RefusedRequest(ApiRefusal.VERSION_STALE)
                .withEntry(EntryAnswers.json(current))
                .with("ETag", EntryAnswers.tag(current));
    }
}
