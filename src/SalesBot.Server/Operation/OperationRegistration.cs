using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using SalesBot.Telemetry;

namespace SalesBot.Server.Operation;

internal static class OperationRegistration
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Numbers for <c>/metrics</c> always; spans and numbers to an OpenTelemetry collector where its standard variable names one.</summary>
    public static WebApplicationBuilder AddOperation(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PrometheusText>().AddSingleton<Uptime>();
        if (!builder.Environment.IsDevelopment())
        {
            builder.Logging.ClearProviders().AddJsonConsole(o => o.TimestampFormat = "O");
        }

        if (!string.IsNullOrEmpty(builder.Configuration[Endpoint]))
        {
            var who = ResourceBuilder.CreateDefault().AddService(Instruments.Name);
            builder.Services.AddSingleton(_ => Sdk.CreateTracerProviderBuilder().SetResourceBuilder(who).AddSource(Instruments.Name, "Microsoft.AspNetCore").AddOtlpExporter().Build());
            builder.Services.AddSingleton(_ => Sdk.CreateMeterProviderBuilder().SetResourceBuilder(who).AddMeter(Instruments.Name, "Microsoft.AspNetCore.Hosting").AddOtlpExporter().Build());
            builder.Services.AddHostedService<Exports>();
        }

        return builder;
    }

    /// <summary>Makes both exporters with the start of the service; the container flushes them at its end.</summary>
    private sealed class Exports(TracerProvider traces, MeterProvider meters) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) =>
            Task.Run(() => traces.ForceFlush(FlushMilliseconds) & meters.ForceFlush(FlushMilliseconds), cancellationToken);
    }

    private const int FlushMilliseconds = 3000;
}
