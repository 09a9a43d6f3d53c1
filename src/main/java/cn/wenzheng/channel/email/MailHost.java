package cn.wenzheng.channel.email;

import cn.wenzheng.channel.Account;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import java.util.Map;
import java.util.Properties;

/** The servers of one mailbox, with hard time-outs; names of servers are checked wherever there is TLS. */
final class MailHost {

    private static final String CONNECT_MILLIS = "3000";
    private static final String READ_MILLIS = "10000";

    /** Large pieces: a mail of 25 MB would else be a thousand questions. */
    private static final String PIECE = String.valueOf(1 << 20);

    private final Account account;
    private final String tls;

    MailHost(Account account) {
        this.account = account;
        this.tls = account.settings().getOrDefault("tls", "true");
    }

    static boolean isReadable(Account account) {
        return !setting(account, "imap-host", "").isEmpty();
    }

    /** A store that is connected; reading marks nothing as read. */
    Store store() throws MessagingException {
        String protocol = implicit() ? "imaps" : "imap";
        Properties properties = properties(protocol);
        properties.setProperty("mail." + protocol + ".peek", "true");
        properties.setProperty("mail." + protocol + ".fetchsize", PIECE);
        Store store = Session.getInstance(properties).getStore(protocol);
        try {
            store.connect(setting(account, "imap-host", ""), port("imap-port"), user(), password());
            return store;
        } catch (MessagingException refused) {
            closeQuietly(store);
            throw refused;
        }
    }

    Session sending() {
        String protocol = implicit() ? "smtps" : "smtp";
        Properties properties = properties(protocol);
        properties.setProperty("mail.transport.protocol", protocol);
        properties.setProperty("mail." + protocol + ".writetimeout", READ_MILLIS);
        properties.setProperty(
                "mail." + protocol + ".auth", String.valueOf(!password().isEmpty()));
        return Session.getInstance(properties);
    }

    void connect(Transport transport) throws MessagingException {
        transport.connect(setting(account, "smtp-host", ""), port("smtp-port"), user(), password());
    }

    private Properties properties(String protocol) {
        Properties properties = new Properties();
        String prefix = "mail." + protocol + ".";
        properties.putAll(Map.of(
                prefix + "connectiontimeout",
                CONNECT_MILLIS,
                prefix + "timeout",
                READ_MILLIS,
                prefix + "ssl.checkserveridentity",
                "true",
                prefix + "starttls.enable",
                String.valueOf(tls.equals("starttls")),
                prefix + "starttls.required",
                String.valueOf(tls.equals("starttls"))));
        return properties;
    }

    private boolean implicit() {
        return !tls.equals("false") && !tls.equals("starttls");
    }

    /** The usual one of the protocol when none is set. */
    private int port(String name) {
        String port = setting(account, name, "");
        return port.matches("[0-9]{1,5}") ? Integer.parseInt(port) : -1;
    }

    private String user() {
        return setting(account, "user", account.address());
    }

    private String password() {
        String password = account.secret("password");
        return password == null ? "" : password;
    }

    private static String setting(Account account, String name, String otherwise) {
        String value = account.settings().getOrDefault(name, "").strip();
        return value.isEmpty() ? otherwise : value;
    }

    /** What is to be closed has done its work: how it says goodbye changes nothing. */
    static void closeQuietly(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception goneAlready) {
            // Nothing depends on it.
        }
    }
}
