package cn.wenzheng;

import cn.wenzheng.triage.evaluate.CommandLine;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;

/** Starts Wenzheng (问政), the house of rooms that carries a citizen's petition from arrival to close. */
// Imported by name, so that the test of a single room has them too.
@Import({EmbeddedDatabase.class, Migrations.class})
@SpringBootApplication
@ConfigurationPropertiesScan
public class Wenzheng {

    /** The one clock of the product; milliseconds, so that a row, an answer and a comparison never differ. */
    @Bean
    @Profile("!demo")
    Clock clock(@Value("${wenzheng.zone}") ZoneId zone) {
        return Clock.tickMillis(zone);
    }

    public static void main(String[] arguments) {
        if (CommandLine.isAsked(List.of(arguments))) {
            System.exit(CommandLine.run(List.of(arguments), System.out, System.err));
        }
        SpringApplication program = new SpringApplication(Wenzheng.class);
        program.addInitializers(new OneProfile());
        program.run(arguments);
    }
}
