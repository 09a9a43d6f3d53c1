package cn.wenzheng.access.setup;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Prints the one-time code into the log at each start, while nobody can administer the product. */
@Component
@Profile("production")
class SetupAnnouncement implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(SetupAnnouncement.class);

    private final SetupDesk desk;
    private final SetupCodes codes;
    private final WebServerApplicationContext program;

    SetupAnnouncement(SetupDesk desk, SetupCodes codes, WebServerApplicationContext program) {
        this.desk = desk;
        this.codes = codes;
        this.program = program;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (desk.isOpen()) {
            int port = program.getWebServer().getPort();
            LOG.warn(
                    "首次设置 / first setup: http://127.0.0.1:{}/setup  一次性设置码 / one-time setup code: {}  24 小时内有效 / good"
                            + " for 24 hours",
                    port,
                    codes.make());
        }
    }
}
