"""The words that generated pages are made of: the prose of each language looks like its own.

Search indexes, word segmentation and the direction of writing depend on the script, so nonsense in
the right script costs a build what a text costs it.
"""

from __future__ import annotations

from random import Random

WORDS = {
    "en": "the hut a trail leads every walker to its own ridge when we climb one more slope and "
    "see what the valley hides before the snow covers each stone of that meadow",
    "de": "die Hütte ein Weg beantwortet jede Anfrage mit ihrem eigenen Wert wenn wir noch einen "
    "Pfad schreiben und lesen was der Nutzer schickt bevor der Dienst alle Felder prüft",
    "es": "el refugio una ruta responde cada petición con su propio valor cuando escribimos otro "
    "camino y leemos lo que envía el cliente antes de que el servidor revise todo campo",
    "fa": "پناهگاه یک مسیر به هر درخواست با مقدار خود پاسخ می‌دهد وقتی ما راه دیگری می‌نویسیم و آنچه "
    "کاربر می‌فرستد را پیش از بررسی همه فیلدها می‌خوانیم",
    "fr": "le refuge une route répond à chaque demande avec sa propre valeur quand nous écrivons "
    "encore un chemin et lisons ce que le client envoie avant que le serveur vérifie tout champ",
    "ja": "山小屋 経路 要求 応答 値 書く 読む 利用者 送る 確認する "
    "項目 模型 それぞれの 新しい 道 を は が に と",
    "ko": "산장 경로는 각각의 요청에 자신의 값으로 응답하고 우리는 다른 길을 쓰며 "
    "사용자가 보내는 것을 서버가 모든 항목을 확인하기 전에 읽는다",
    "pt": "o abrigo uma rota responde cada pedido com seu próprio valor quando escrevemos mais um "
    "caminho e lemos o que o cliente envia antes que o servidor verifique todo campo",
    "ru": "хижина один маршрут отвечает на каждый запрос своим значением когда мы пишем ещё путь и "
    "читаем что посылает клиент прежде чем сервер проверит все поля модели",
    "tr": "kulübe bir yol her isteğe kendi değeriyle yanıt verir biz başka patika yazarken ve "
    "kullanıcının gönderdiğini sunucu bütün alanları denetlemeden önce okuruz",
    "uk": "хатина один маршрут відповідає на кожен запит своїм значенням коли ми пишемо ще шлях і "
    "читаємо що надсилає клієнт перш ніж сервер перевірить усі поля моделі",
    "zh": "山间 小屋 路线 请求 回答 数值 书写 阅读 用户 发送 服务器 "
    "检查 字段 模型 每个 新的 道路 我们 在 之前",
    "zh-hant": "山間 小屋 路線 請求 回答 數值 書寫 閱讀 使用者 傳送 伺服器 "
    "檢查 欄位 模型 每個 新的 道路 我們",
}
"""Words by language, those of English first: no terms that a glossary has a word for."""

_UNSPACED = ("ja", "zh", "zh-hant")


class Writer:
    """Writes nonsense in one language, the same whenever it begins from the same seed."""

    def __init__(self, language: str, seed: str) -> None:
        self._random = Random(f"{seed}/{language}")
        self._words = WORDS[language].split()
        self._is_spaced = language not in _UNSPACED

    def phrase(self, count: int) -> str:
        """Return so many words, the first with a capital letter where the script has them."""
        text = (" " if self._is_spaced else "").join(self._random.choices(self._words, k=count))
        return text[:1].upper() + text[1:]

    def sentence(self, count: int) -> str:
        """Return a phrase with its full stop."""
        return self.phrase(count) + ("." if self._is_spaced else "。")
