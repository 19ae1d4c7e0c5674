using Commands;
using Models;

// Every command for this model: run, resume, analyse, calibrate, describe, ... (dotnet run --project MyModel -- --help).
return Abm.Run(args, MyModel.Definition);
