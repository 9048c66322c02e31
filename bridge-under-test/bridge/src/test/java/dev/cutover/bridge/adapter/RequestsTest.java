package dev.cutover.bridge.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', nullValues = "-", textBlock = """
            PLACE_ORDER     | {'hhNo':1,'custNo':3,'sku':'S1','qty':2,'unitC':1230,'note':null} | POST   | /households/1/orders            | {'customerId':3,'sku':'S1','quantity':2,'unitPrice':12.30,'note':null}
            PLACE_ORDER     | {'hhNo':1,'custNo':3,'sku':'S1','qty':2,'unitC':5,'note':'ü'}     | POST   | /households/1/orders            | {'customerId':3,'sku':'S1','quantity':2,'unitPrice':0.05,'note':'ü'}
            RECREATE_ORDER  | {'hhNo':1,'custNo':3,'ordNo':9,'sku':'S','qty':1,'unitC':100}     | PUT    | /households/1/orders/9          | {'customerId':3,'sku':'S','quantity':1,'unitPrice':1.00,'note':null}
            CHANGE_EMAIL    | {'hhNo':1,'custNo':3,'email':'a@b.example'}                       | PUT    | /households/1/customers/3/email | {'email':'a@b.example'}
            TRANSFER_CREDIT | {'hhNo':1,'fromCust':1,'toCust':2,'amtC':9007199254740993}        | POST   | /households/1/transfers         | {'from':1,'to':2,'amount':90071992547409.93}
            TRANSFER_CREDIT | {'hhNo':1,'fromCust':1,'toCust':2,'amtC':-100}                    | POST   | /households/1/transfers         | {'from':1,'to':2,'amount':-1.00}
            PAY_ORDER       | {'hhNo':1,'ordNo':500000000}                                      | POST   | /households/1/orders/500000000/payment | -
            CANCEL_ORDER    | {'hhNo':1,'ordNo':9}                                              | POST   | /households/1/orders/9/cancellation | -
            DELETE_ORDER    | {'hhNo':1,'ordNo':9}                                              | DELETE | /households/1/orders/9          | -
            READ_CUSTOMER   | {'hhNo':1,'custNo':3}                                             | GET    | /households/1/customers/3       | -
            READ_ORDERS     | {'hhNo':1,'custNo':3}                                             | GET    | /households/1/customers/3/orders | -
            """)
    void saysEachOperationInTheNewContract(
            Operation operation, String old, String method, String path, @org.jspecify.annotations.Nullable String body)
            throws Exception {
        NewRequest request = Requests.translate(operation, OldRequest.read(bytes(old)));

        assertThat(request.method().name()).isEqualTo(method);
        assertThat(request.path()).isEqualTo(path);
        if (body == null) {
            assertThat(request.body()).isNull();
        } else {
            assertThat(request.body()).hasToString(body.replace('\'', '"'));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            PAY_ORDER       | {'hhNo':1}
            PAY_ORDER       | {'hhNo':1,'ordNo':'9'}
            READ_CUSTOMER   | {'hhNo':1,'custNo':1.5}
            PLACE_ORDER     | {'hhNo':1,'custNo':3,'unitC':12.3}
            PLACE_ORDER     | {'hhNo':1,'custNo':3}
            TRANSFER_CREDIT | {'hhNo':1,'fromCust':1,'toCust':2,'amtC':99999999999999999999}
            READ_ORDERS     | []
            READ_ORDERS     | {'hhNo':1,'custNo':3
            """)
    void refusesWhatCannotBeSaid(Operation operation, String old) {
        assertThatThrownBy(() -> Requests.translate(operation, OldRequest.read(bytes(old))))
                .isInstanceOf(MalformedRequest.class)
                .hasMessageContaining("expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'opId':7}", "{'opId':'-7'}", "{'opId':'0'}", "{'opId':'x'}", "{'opId':null}"})
    void refusesAWriteWithoutAnOperationId(String old) throws Exception {
        OldRequest request = OldRequest.read(bytes(old));

        assertThatThrownBy(request::operationId)
                .isInstanceOf(MalformedRequest.class)
                .hasMessageContaining("opId");
    }

    private static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
