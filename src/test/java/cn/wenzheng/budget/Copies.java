package cn.wenzheng.budget;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes many waiting instances out of one, row by row in the database, where the engine would take hours. */
public final class Copies {

    private final JdbcTemplate owner;

    /** The connection is the owner's, who may take statistics. */
    public Copies(DataSource owner) {
        this.owner = new JdbcTemplate(owner);
    }

    /**
     * Copies an instance of the engine.
     *
     * @param template its business key
     * @param prefix what the copies' keys begin with, before six digits
     */
    public void ofInstance(String template, String prefix, int copies) throws IOException {
        run(script("many-waiting.sql"), template, prefix, copies);
    }

    /** Copies a petition in a unit's hands with all that the rooms know of it, so that nobody sees the half of it. */
    public void ofPetition(String template, String prefix, int copies) throws IOException {
        run("BEGIN;\n" + script("many-in-hand.sql") + script("many-waiting.sql") + "COMMIT;", template, prefix, copies);
    }

    private static String script(String file) throws IOException {
        return new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
    }

    private void run(String script, String template, String prefix, int copies) {
        owner.execute(script.replace("${template}", template)
                .replace("${prefix}", prefix)
                .replace("${copies}", String.valueOf(copies)));
        owner.execute("ANALYZE");
    }
}
