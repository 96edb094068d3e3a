from a2wsgi import WSGIMiddleware
from fastapi import FastAPI
from flask import Flask, request
from markupsafe import escape

old_shop = Flask(__name__)


@old_shop.get("/greeting")
def greet() -> str:
    name = request.args.get("name", "stranger")
    return f"<p>Good morning, {escape(name)}.</p>"


app = FastAPI()


@app.get("/breads")
async def list_breads() -> list[str]:
    return ["Rye loaf", "Spelt with walnuts"]


app.mount("/old", WSGIMiddleware(old_shop))
