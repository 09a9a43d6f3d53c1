package cn.wenzheng;

import org.springframework.test.context.ContextConfiguration;

/** A city of the release whose last migration is V25. */
@ContextConfiguration(initializers = EarlierCityAtV25Test.AtV25.class, inheritInitializers = false)
class EarlierCityAtV25Test extends EarlierCityTest {

    @Override
    int slips() {
        return 2;
    }

    static final class AtV25 extends Earlier {

        AtV25() {
            super("/earlier/city-at-v25.sql.gz");
        }
    }
}
