package cn.wenzheng;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A city that has worked for years: as many petitions as asked for, in all states, with limits and parts. */
public final class ManyPetitions {

    private ManyPetitions() {}

    /** Fills a database that has a centre and no petition; the connection is the owner's, who may take statistics. */
    public static void moveInto(DataSource owner, int petitions) throws IOException {
        String script = new ClassPathResource("many-petitions.sql").getContentAsString(StandardCharsets.UTF_8);
        new JdbcTemplate(owner).execute(script.replace("${petitions}", String.valueOf(petitions)));
    }
}
