package cn.wenzheng.process;

import org.springframework.context.ApplicationContext;

/** Begins what channels have brought, where a test turns the clockwork by hand. */
public final class BegunByHand {

    private BegunByHand() {}

    public static void all(ApplicationContext city) {
        Beginnings beginnings = city.getBean(Beginnings.class);
        while (beginnings.some() > 0) {
            continue;
        }
    }
}
