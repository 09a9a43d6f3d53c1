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
import java.util.Base64;
import java.util.Map;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * The mail server of the demo city, on free ports of this machine: the city reads its mailboxes by IMAP and sends by SMTP.
 *
 * <p>Before anybody calls a platform it says where the simulated ones are to be found: the ports, and the key that Alipay
 * signs with.
 */
@Simulated("simulatedMailServer")
class MailServer implements SmartLifecycle {

    static final String IMAP_PORT = "wenzheng.simulator.imap-port";
    static final String SMTP_PORT = "wenzheng.simulator.smtp-port";
    static final String ALIPAY_KEY = "wenzheng.simulator.alipay-public-key";

    /** Before the demo city moves in. */
    private static final int EARLIEST = -100;

    private static final String HERE = "127.0.0.1";

    private final MailPost post;
    private final KeyPairs keys;
    private final ConfigurableEnvironment environment;
    private final GreenMail server = new GreenMail(new ServerSetup[] {
                new ServerSetup(0, HERE, ServerSetup.PROTOCOL_SMTP), new ServerSetup(0, HERE, ServerSetup.PROTOCOL_IMAP)
            })
            .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    private volatile boolean running;

    MailServer(MailPost post, KeyPairs keys, ConfigurableEnvironment environment) {
        this.post = post;
        this.keys = keys;
        this.environment = environment;
    }

    @Override
    public int getPhase() {
        return EARLIEST;
    }

    @Override
    public void start() {
        server.start();
        server.getUserManager().setMessageDeliveryHandler(this::handle);
        String key = Base64.getEncoder()
                .encodeToString(keys.of(Platform.ALIPAY).getPublic().getEncoded());
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "simulated platforms",
                        Map.of(
                                IMAP_PORT, server.getImap().getPort(),
                                SMTP_PORT, server.getSmtp().getPort(),
                                ALIPAY_KEY, key)));
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
