Console.WriteLine("This program only carries the design-time factories; run dotnet ef.");
