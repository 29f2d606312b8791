"""The pages with Django: its addresses, middleware and templates, on the same questions to SQLite."""
import data
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse, HttpResponseNotFound, HttpResponseRedirect, JsonResponse
from django.urls import path

settings.configure(
    DEBUG=False,
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF=__name__,
    SECRET_KEY="of no use: nothing is signed",
    MIDDLEWARE=["django.middleware.common.CommonMiddleware", f"{__name__}.signed_in"],
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "OPTIONS": {"loaders": [("django.template.loaders.cached.Loader", [("django.template.loaders.filesystem.Loader", ["templates"])])]},
        }
    ],
    USE_I18N=False,
    USE_TZ=False,
)


def signed_in(answer):
    def of(request):
        request.who = data.signed_in(request.COOKIES.get("fordel"))
        return answer(request) if request.who else HttpResponseRedirect("/enter")

    return of


def front(request):
    from django.template.loader import get_template

    who = request.who
    return HttpResponse(get_template("front.html").render({"me": who[2], "path": [], **data.front(who[0], who[1])}))


def mapping(request, unit):
    from django.template.loader import get_template

    found = data.mapping(request.who[0], unit)
    if found is None:
        return HttpResponseNotFound()
    return HttpResponse(get_template("mapping.html").render({"me": request.who[2], **found}))


def units(request):
    return JsonResponse({"units": data.units(request.who[0], request.who[1])})


urlpatterns = [path("", front), path("u/<int:unit>/mapping", mapping), path("api/v1/units", units)]
application = get_wsgi_application()
