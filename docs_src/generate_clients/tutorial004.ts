import { addBook } from "./client";
import { client } from "./client/client.gen";

client.setConfig({ baseUrl: "http://127.0.0.1:8000" });

const { data } = await addBook({
  body: { isbn: "978-0-00-000002-3", title: "Tides" },
});
console.log(data?.message);
