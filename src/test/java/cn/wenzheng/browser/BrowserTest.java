package cn.wenzheng.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.CityTest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole product in a real browser. */
@ExtendWith(NeedsBrowser.class)
abstract class BrowserTest extends CityTest {

    private final List<Window> windows = new ArrayList<>();

    /** What was to be seen when a test failed. */
    @RegisterExtension
    final AfterTestExecutionCallback evidence = test -> {
        if (test.getExecutionException().isPresent()) {
            windows.forEach(window ->
                    window.picture("failed-" + test.getRequiredTestMethod().getName()));
        }
    };

    /** A window that is closed after the test. */
    final Window open(Function<String, Window> kind) {
        Window window = kind.apply(stranger.address());
        windows.add(window);
        return window;
    }

    final Tasklist tasklistOf(String account) {
        return new Tasklist(open(Window::desk).loggedInAs(account));
    }

    @AfterEach
    void close() {
        windows.forEach(Window::close);
    }

    static void assertNothingFailed(Window window) {
        assertThat(window.complaints()).isEmpty();
    }
}
