package gatebook.api.health;

import gatebook.api.http.Answers;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands out the description of the whole API (OpenAPI 3.1), kept by hand because bodies are read by hand. */
@RestController
final class DescriptionController {
    @GetMapping(path = "/v1/openapi.json", produces = Answers.JSON)
    void openapi(HttpServletResponse response) throws IOException {
        try (InputStream file = DescriptionController.class.getResourceAsStream("/gatebook/api/openapi.json")) {
            response.setContentType(Answers.JSON);
            file.transferTo(response.getOutputStream());
        }
    }
}
