package cn.wenzheng.channel.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** A mail server that says what it is told to say; it hangs up where it is told nothing. */
final class SmtpScript implements AutoCloseable {

    static final String HANG_UP = "";

    private final ServerSocket door;
    private final Map<String, String> answers;

    /** @param answers by command; {@code .} is the end of the mail */
    SmtpScript(Map<String, String> answers) {
        this.answers = answers;
        try {
            door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        Thread server = new Thread(this::serve, "smtp-script");
        server.setDaemon(true);
        server.start();
    }

    int port() {
        return door.getLocalPort();
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket caller = door.accept()) {
                talk(caller);
            } catch (IOException gone) {
                // The next one.
            }
        }
    }

    private void talk(Socket caller) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1));
        Writer out = new OutputStreamWriter(caller.getOutputStream(), StandardCharsets.ISO_8859_1);
        if (!say(out, answers.getOrDefault("greeting", "220 ready"))) {
            return;
        }
        boolean data = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (data && !line.equals(".")) {
                continue;
            }
            String command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            String answer = answers.getOrDefault(command, command.equals("DATA") ? "354 go on" : "250 2.0.0 ok");
            data = answer.startsWith("354");
            if (!say(out, answer)) {
                return;
            }
        }
    }

    private static boolean say(Writer out, String words) throws IOException {
        if (!words.equals(HANG_UP)) {
            out.write(words + "\r\n");
            out.flush();
        }
        return !words.equals(HANG_UP);
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }
}
