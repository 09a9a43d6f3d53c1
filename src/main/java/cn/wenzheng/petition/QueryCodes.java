package cn.wenzheng.petition;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens a petition to whoever knows its query code. */
@Component
public class QueryCodes {

    /**
     * Checks a query code in constant time; an unknown number, a wrong code and an address that has guessed too often for
     * this number get one and the same refusal (404).
     *
     * @param address the caller's network address
     */
    public void open(String number, @Nullable String code, String address) {
        throw new UnsupportedOperationException();
    }
}
