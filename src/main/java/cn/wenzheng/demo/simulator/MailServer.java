package cn.wenzheng.demo.simulator;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * The mail server of the demo city, on this machine alone: the city reads its mailboxes by IMAP and sends by SMTP.
 *
 * <p>Where no ports are set it takes free ones and says which, before anybody reads or sends.
 */
@Simulated("simulatedMailServer")
class MailServer implements SmartLifecycle {

    static final String IMAP_PORT = "wenzheng.simulator.imap-port";
    static final String SMTP_PORT = "wenzheng.simulator.smtp-port";

    /** Before the demo city moves in. */
    private static final int EARLIEST = -100;

    private static final String HERE = "127.0.0.1";

    private final MailPost post;
    private final ConfigurableEnvironment environment;
    private final GreenMail server;
    private volatile boolean running;

    MailServer(MailPost post, ConfigurableEnvironment environment) {
        this.post = post;
        this.environment = environment;
        this.server = new GreenMail(new ServerSetup[] {
                    setup(SMTP_PORT, ServerSetup.PROTOCOL_SMTP), setup(IMAP_PORT, ServerSetup.PROTOCOL_IMAP)
                })
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    }

    private ServerSetup setup(String port, String protocol) {
        return new ServerSetup(environment.getProperty(port, Integer.class, 0), HERE, protocol);
    }

    @Override
    public int getPhase() {
        return EARLIEST;
    }

    @Override
    public void start() {
        server.start();
        server.getUserManager().setMessageDeliveryHandler(this::handle);
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "simulated platforms",
                        Map.of(
                                IMAP_PORT, server.getImap().getPort(),
                                SMTP_PORT, server.getSmtp().getPort())));
        running = true;
    }

    /** What the city sends: to a citizen it is kept as received, to a mailbox of its own it is put there. */
    private GreenMailUser handle(MovingMessage message, MailAddress to) throws MessagingException, UserException {
        if (!post.isOfTheCity(to.getEmail())) {
            post.receive(message.getMessage(), to.getEmail());
        }
        return mailbox(to.getEmail());
    }

    /** Puts a citizen's mail into a mailbox of the city. */
    void deliver(MimeMessage message, String address) {
        mailbox(address).deliver(message);
    }

    private GreenMailUser mailbox(String address) {
        GreenMailUser known = server.getUserManager().getUserByEmail(address);
        return known == null ? server.setUser(address, address, "") : known;
    }

    @Override
    public void stop() {
        running = false;
        server.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
