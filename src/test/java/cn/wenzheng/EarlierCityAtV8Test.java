package cn.wenzheng;

import org.springframework.test.context.ContextConfiguration;

/** A city of the release whose last migration is V8. */
@ContextConfiguration(initializers = EarlierCityAtV8Test.AtV8.class, inheritInitializers = false)
class EarlierCityAtV8Test extends EarlierCityTest {

    @Override
    int slips() {
        return 1;
    }

    static final class AtV8 extends Earlier {

        AtV8() {
            super("/earlier/city-at-v8.sql.gz");
        }
    }
}
