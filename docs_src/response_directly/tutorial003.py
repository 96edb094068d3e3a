from datetime import datetime

from fastapi.encoders import jsonable_encoder
from fastapi.responses import JSONResponse

loan = {"due": datetime(2027, 3, 1, 18)}

try:
    JSONResponse(content=loan)
except TypeError as error:
    print(error)

response = JSONResponse(content=jsonable_encoder(loan))
print(response.body.decode())
