import { addBookBooksPost } from "./client";
import { client } from "./client/client.gen";

client.setConfig({ baseUrl: "http://127.0.0.1:8000" });

const { data, error } = await addBookBooksPost({
  body: { isbn: "978-0-00-000002-3", title: "Tides" },
});
console.log(data?.message, error?.detail);
