"""The pages with FastAPI and Jinja2. Their questions to SQLite take less than handing them to another thread would."""
import data
import jinja2
from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse

app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
templates = jinja2.Environment(loader=jinja2.FileSystemLoader("templates"), autoescape=True, auto_reload=False)
FRONT, MAPPING = templates.get_template("front.html"), templates.get_template("mapping.html")


@app.get("/", response_class=HTMLResponse)
async def front(request: Request):
    who = data.signed_in(request.cookies.get("fordel"))
    if who is None:
        return RedirectResponse("/enter", status_code=303)
    return HTMLResponse(FRONT.render(me=who[2], path=[], **data.front(who[0], who[1])))


@app.get("/u/{unit}/mapping", response_class=HTMLResponse)
async def mapping(request: Request, unit: int):
    who = data.signed_in(request.cookies.get("fordel"))
    if who is None:
        return RedirectResponse("/enter", status_code=303)
    found = data.mapping(who[0], unit)
    if found is None:
        return HTMLResponse("", status_code=404)
    return HTMLResponse(MAPPING.render(me=who[2], **found))


@app.get("/api/v1/units")
async def units(request: Request):
    who = data.signed_in(request.cookies.get("fordel"))
    if who is None:
        return JSONResponse({}, status_code=401)
    return JSONResponse({"units": data.units(who[0], who[1])})
