package cn.wenzheng.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one browser of all browser tests: the system's Chromium if there is one, else Playwright's own.
 *
 * @param browser null when neither can be had
 * @param reason why there is none
 */
record Chromium(Browser browser, String reason) {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    static Chromium get() {
        return Holder.CHROMIUM;
    }

    /** Started by the first test that asks for it, ended with the JVM. */
    private static final class Holder {
        private static final Chromium CHROMIUM = start();
    }

    private static Chromium start() {
        try {
            Optional<Path> installed = installed();
            Playwright playwright = installed.isPresent()
                    ? Playwright.create(
                            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                    : Playwright.create();
            BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                    // As root, Chromium does not start inside its sandbox.
                    .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage"));
            installed.ifPresent(options::setExecutablePath);
            return new Chromium(playwright.chromium().launch(options), "");
        } catch (PlaywrightException failure) {
            return new Chromium(null, "no browser: " + failure.getMessage());
        }
    }

    private static Optional<Path> installed() {
        return NAMES.stream()
                .flatMap(name -> Stream.of("/usr/bin/", "/usr/local/bin/").map(folder -> Path.of(folder + name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
